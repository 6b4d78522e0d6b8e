import { receiveConnector } from "./subjects/receive-connector";
import { describeConformance } from "./suite/suite";

describeConformance(receiveConnector);
