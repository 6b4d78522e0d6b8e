import { sendConnector } from "./subjects/send-connector";
import { describeConformance } from "./suite/suite";

describeConformance(sendConnector);
