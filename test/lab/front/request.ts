import type { CmdletCall, RequestFrame } from "../../../provider/session/frames.js";
import { registryProblem } from "./registry-request.js";
import { argumentOf } from "./wire-argument.js";

/** A line that is no request; `code` as the protocol names it, `id` where one could be read. */
export class BadLine extends Error {
    constructor(
        readonly code: "BadRequest" | "UnknownOp" | "TooLong",
        readonly id: number | null,
        message: string,
    ) {
        super(message);
    }
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
    typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isTexts = (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === "string");

/** Reads one line strictly: 7-bit JSON of one of the protocol's forms. */
export function readRequest(line: string): RequestFrame {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the protocol is 7-bit
    if (!/^[\x00-\x7f]*$/.test(line)) throw new BadLine("BadRequest", null, "the line isn't 7-bit");
    let json: unknown;
    try {
        json = JSON.parse(line);
    } catch {
        throw new BadLine("BadRequest", null, "the line isn't JSON");
    }
    if (!isObject(json)) throw new BadLine("BadRequest", null, "the line isn't a JSON object");
    if (!isCount(json.id)) throw new BadLine("BadRequest", null, "id is missing");
    const problem = problemOf(json, json.id);
    if (problem !== undefined) throw new BadLine("BadRequest", json.id, problem);
    return json as unknown as RequestFrame;
}

function problemOf(json: Json, id: number): string | undefined {
    switch (json.op) {
        case "ping":
        case "cancel":
        case "bye":
            return undefined;
        case "open":
            if (!isCount(json.heartbeatS) || !isCount(json.idleS)) return "heartbeatS and idleS must be numbers";
            return json.exchange === null || isObject(json.exchange) ? undefined : "exchange must be an object or null";
        case "chunk":
            if (!isCount(json.part) || !isCount(json.parts) || json.part < 1 || json.part > json.parts) {
                return "part must be from 1 to parts";
            }
            return typeof json.text === "string" ? undefined : "text is missing";
        case "batch":
            if (typeof json.stopOnError !== "boolean") return "stopOnError must be a Boolean";
            if (!Array.isArray(json.calls) || json.calls.length === 0) return "calls must be a list that isn't empty";
            return json.calls.map(callProblem).find((problem) => problem !== undefined);
        default:
            throw new BadLine("UnknownOp", id, `unknown op ${String(json.op)}`);
    }
}

function callProblem(call: unknown): string | undefined {
    if (isObject(call) && "service" in call) return serviceProblem(call);
    if (isObject(call) && "reg" in call) return registryProblem(call);
    if (isObject(call) && "machine" in call) return undefined;
    if (!isObject(call) || typeof call.cmd !== "string") return "a call needs cmd, service, reg or machine";
    if (call.local !== undefined && call.local !== true) return "local is true or left out";
    if (!isObject(call.par) || !isTexts(call.sel)) return "a call needs par and sel";
    const bad = Object.entries((call as unknown as CmdletCall).par).find(
        ([, value]) => argumentOf(value) === undefined,
    );
    return bad === undefined ? undefined : `the value of ${bad[0]} has no known form`;
}

function serviceProblem({ service, name, server, timeoutS }: Json): string | undefined {
    if (typeof name !== "string" || typeof server !== "string" || server === "")
        return "a service call needs name and server";
    if (service !== "restart" && timeoutS === undefined) return undefined;
    const positive = typeof timeoutS === "number" && timeoutS > 0;
    return positive ? undefined : "timeoutS must be a positive number";
}
