/** The simulated world as a test kit: user agents, a server and scripted phones under a virtual clock. */

export { addressBook } from "./address-book.ts";
export { type SimulateOptions, simulate } from "./simulate.ts";
export { type TestAgentOptions, TestServer, type TestServerHome, type TestServerOptions } from "./test-server.ts";
export { type Remainder, TestWorld } from "./test-world.ts";
