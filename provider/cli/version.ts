/** Version of this package. */
export const { version: VERSION }: { readonly version: string } = require("pulumi-exchange-tls/package.json");
