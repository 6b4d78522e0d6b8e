import type * as pulumi from "@pulumi/pulumi";
import type { Call } from "./call";
import { told } from "./engine/engine-log";
import type { Wire } from "./engine/wire";
import { previewed } from "./promise";
import { configured, type Run, unconfigured } from "./run/run";
import type { Ways } from "./run/ways";

/**
 * What the engine calls of every kind: each call is answered when its lines have arrived, and a check or a diff that
 * failed is no preview. There is no preview flag, and check and diff run in previews and updates alike.
 */
export abstract class LoggedProvider implements pulumi.dynamic.ResourceProvider {
    protected run: Run;

    constructor(protected readonly ways: Ways) {
        this.run = unconfigured(ways);
    }

    /** Synchronous on purpose: the SDK calls other methods without awaiting this one. */
    async configure(request: pulumi.dynamic.ConfigureRequest): Promise<void> {
        this.run = configured(this.ways, request);
    }

    check(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult> {
        return told(
            this.run.log,
            previewed(this.#begin(olds, news), () => this.call(news).spoil()),
        );
    }

    /** The program says which run this is; the state's inputs, which come elsewhere, are those of another run. */
    async #begin(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult> {
        if (news.__updates === true) this.call(news).spoil();
        return await this.onCheck(olds, news);
    }

    diff(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.DiffResult> {
        return told(
            this.run.log,
            previewed(this.onDiff(id, olds, news), () => this.call(news, olds).spoil()),
        );
    }

    create(inputs: Wire): Promise<pulumi.dynamic.CreateResult> {
        return told(this.run.log, this.onCreate(inputs));
    }

    update(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.UpdateResult> {
        return told(this.run.log, this.onUpdate(id, olds, news));
    }

    abstract read(id: string, props: Wire): Promise<pulumi.dynamic.ReadResult>;

    delete(id: string, props: Wire): Promise<void> {
        return told(this.run.log, this.onDelete(id, props));
    }

    protected abstract call(properties: Wire, outputs?: Wire): Call;
    protected abstract onCheck(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult>;
    protected abstract onDiff(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.DiffResult>;
    protected abstract onCreate(inputs: Wire): Promise<pulumi.dynamic.CreateResult>;
    protected abstract onUpdate(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.UpdateResult>;
    protected abstract onDelete(id: string, props: Wire): Promise<void>;
}
