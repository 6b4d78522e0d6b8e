import { expect } from "chai";
import fc from "fast-check";
import type { Exported } from "../../../provider/cli/export/exported";
import { literal } from "../../../provider/cli/export/literal";
import { programText } from "../../../provider/cli/export/program";
import { resourceNames } from "../../../provider/cli/export/resource-names";
import { declaredBy } from "./program-run";

const connection = { host: "ex01.contoso.com", username: "CONTOSO\\svc-tls", hostKey: ["SHA256:x"], port: 22 };

const resource = (title: string, program: Exported["program"], remarks: readonly string[] = []): Exported => ({
    ...{ kind: "SendConnector", title, called: title, id: "x", program, remarks },
    ...{ inputs: {}, outputs: {} },
});

describe("exchange-tls export: names of resources", () => {
    const table: [what: string, called: readonly string[], names: readonly string[]][] = [
        ["a plain name", ["Relay"], ["relay"]],
        ["marks and spaces", ["To Fabrikam (mutual  TLS)"], ["to-fabrikam-mutual-tls"]],
        ["accents", ["Zu Müller & Søn"], ["zu-muller-søn"]],
        ["other scripts", ["Входящий", "受信コネクタ"], ["входящий", "受信コネクタ"]],
        ["a digit in front", ["1st relay"], ["1st-relay"]],
        ["quotes and line ends", [`"a"\n'b'`], ["a-b"]],
        ["nothing to say", ["!!!", "***"], ["connector", "connector-2"]],
        [
            "the same after all",
            ["To Fabrikam", "to_fabrikam", "TO FABRIKAM"],
            ["to-fabrikam", "to-fabrikam-2", "to-fabrikam-3"],
        ],
        ["a name that looks counted", ["relay-2", "relay", "relay"], ["relay-2", "relay", "relay-3"]],
        ["two servers", ["Relay EX01", "Relay EX02"], ["relay-ex01", "relay-ex02"]],
        ["a name of the prototype", ["constructor", "__proto__"], ["constructor", "proto"]],
    ];
    for (const [what, called, names] of table) {
        it(what, () => expect(resourceNames(called)).to.deep.equal(names));
    }
});

describe("exchange-tls export: the program's text", () => {
    const odd: [what: string, program: Exported["program"]][] = [
        ["quotes of every kind", { name: 'O\'Brien "x" `y` ’z’' }],
        ["backslashes", { name: "EX01\\Relay \\n" }],
        ["a comment of several lines", { comment: "first\r\nsecond\u2028third */ // fourth" }],
        ["what would end a script", { comment: "</script><!--" }],
        ["an empty list and none", { addressSpaces: [], tlsDomain: null, requireTls: false, port: 0 }],
        [
            "names that are no identifiers",
            { protocols: { "TLS 1.0": "disabled", NULL: "disabled", "a-b": { c: [1] } } },
        ],
        ["a long list", { remoteIpRanges: Array.from({ length: 300 }, (_, at) => `10.0.${at}.0/24`) }],
        ["a text wider than the page", { comment: "x".repeat(400) }],
    ];
    for (const [what, program] of odd) {
        it(`says exactly ${what}`, () => {
            const text = programText([resource("send connector 'x'", program)], ["x"], connection);
            const [declared] = declaredBy(text);
            expect(declared).to.deep.equal({ kind: "SendConnector", name: "x", args: { connection, ...program } });
        });
    }

    it("a name or a remark cannot leave its comment", () => {
        const evil = "x\nthrow new Error('out');\r\u2028throw 1;\u0085throw 2;";
        const text = programText([resource(evil, { name: "x" }, [evil])], ["x"], connection);
        expect(declaredBy(text)).to.have.length(1);
    });

    it("is laid out for people", () => {
        const program = { adopt: true, name: "To Fabrikam", addressSpaces: ["fabrikam.com"], requireTls: true };
        const text = programText([resource("send connector 'To Fabrikam'", program, ["mind this"])], ["a"], connection);
        expect(text).to.contain(
            [
                "// send connector 'To Fabrikam'",
                "// mind this",
                'new exchange.SendConnector("a", {',
                "    connection,",
                "    adopt: true,",
                '    name: "To Fabrikam",',
                '    addressSpaces: ["fabrikam.com"],',
                "    requireTls: true,",
                "});",
            ].join("\n"),
        );
        const wide = text.split("\n").filter((line) => line.length > 120 && !line.startsWith("//"));
        expect(wide).to.deep.equal([]);
    });

    it("a name that would set the prototype is a property like any other", () => {
        expect(literal(JSON.parse('{ "__proto__": 1 }'), 0, 0)).to.equal('{ ["__proto__"]: 1 }');
    });

    it("any value is the same again", () => {
        const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
        const holds = fc.property(fc.jsonValue(), fc.nat(3), fc.nat(100), (value, depth, taken) => {
            const again: unknown = new Function(`return ${literal(value, depth, taken)}`)();
            expect(JSON.stringify(again)).to.equal(JSON.stringify(value));
        });
        const { failed, counterexample } = fc.check(holds, { seed, numRuns: 1_000 });
        const repeat = `SEED=${seed} npm test -- cli/export/program -g 'any value'`;
        expect(failed, `fails for ${fc.stringify(counterexample)} (repeat: ${repeat})`).to.equal(false);
    });
});
