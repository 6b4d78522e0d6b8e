import { smartHost } from "../../../provider/values/smart-host";
import { REFUSED, table } from "./table";

describe("values/smart host", () => {
    table(smartHost, [
        ["10.0.0.256", REFUSED],
        ["10.0.0", REFUSED],
        ["", REFUSED],
        ["host:25", REFUSED],
        [null, REFUSED],
        ["[10.0.0.1]", "10.0.0.1"],
        ["[2001:DB8::1]", "2001:db8::1"],
        ["Relay.Contoso.com.", "relay.contoso.com"],
        ["--", "--"],
    ]);
});
