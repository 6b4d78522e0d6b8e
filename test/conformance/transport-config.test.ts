import { transportConfig } from "./subjects/transport-config";
import { describeConformance } from "./suite/suite";

describeConformance(transportConfig);
