import type { FieldTable } from "../field";
import { addresses } from "./fields/addresses";
import { conversation } from "./fields/conversation";
import { limits } from "./fields/limits";
import { place } from "./fields/place";
import { trust } from "./fields/trust";

/** Reference sheet 5.2 and 13: every parameter that New- or Set-ReceiveConnector takes. */
export const fields = { ...place, ...trust, ...limits, ...conversation, ...addresses } satisfies FieldTable;
