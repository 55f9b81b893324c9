/** A simulated world: a virtual clock, a network with faults, and phones that do what their script says. */

export { type DialEntry, dialList } from "./dial/dial-list.ts";
export { type DialFault, type DialScript, isDialFault, NAMES as dialNames, readDialName } from "./dial/dial-name.ts";
export { type DialHost, DialService } from "./dial/dial-service.ts";
export { type Faults, noFaults } from "./faults.ts";
export { type Endpoint, Network, type Travel } from "./network.ts";
export { PhoneDialog } from "./phone/dialog.ts";
export { Exchange } from "./phone/exchange.ts";
export { IncomingCall } from "./phone/incoming-call.ts";
export { IncomingRequest, type Sent } from "./phone/incoming-request.ts";
export type { PhoneHost } from "./phone/line.ts";
export { type CallerScript, OutgoingCall } from "./phone/outgoing-call.ts";
export { Phone, type PhoneOptions, type RequestOptions } from "./phone/phone.ts";
export { type AnswerScript, type OnCancel, readScript, type ScriptFault, type Step } from "./phone/script.ts";
export { branchOf, type Draft, type Received, tagOf, uriOf, writeAnswer, writeRequest } from "./phone/wire.ts";
export { SeededRandom } from "./random.ts";
export { isScenarioFault, readScenario, type Scenario, type ScenarioFault, type ScenarioPhone } from "./scenario.ts";
export { type HostOptions, type ListenOn, SimulatedHost } from "./simulated-host.ts";
export { World, WorldError, type WorldOptions } from "./world.ts";
