import { endianness } from "node:os";
import { quietly } from "../quietly.ts";

/**
 * The few functions of the C library that node:dgram has no words for, as Linux on 64 bits has them. Numbers are file
 * descriptors, lengths and flags; a bigint is an address in memory. Each gives -1 when the system refuses.
 */
export interface CLibrary {
  socket(domain: number, type: number, protocol: number): number;
  bind(descriptor: number, address: bigint, length: number): number;
  close(descriptor: number): number;
  setsockopt(descriptor: number, level: number, name: number, value: bigint, length: number): number;
  socketpair(domain: number, type: number, protocol: number, descriptors: bigint): number;
  recvmmsg(descriptor: number, headers: bigint, count: number, flags: number, timeout: bigint): number;
  sendmmsg(descriptor: number, headers: bigint, count: number, flags: number): number;
  /** Where the octets of `memory` lie. It must be held for as long as the system may use them. */
  addressOf(memory: Uint8Array): bigint;
}

let known: CLibrary | null | undefined;

/**
 * The C library through node:ffi; null where it cannot be had: another system or machine, a Node without node:ffi, FFI
 * switched off (`--no-experimental-ffi`) or not permitted (`--permission`).
 */
export function cLibrary(): CLibrary | null {
  if (known === undefined) known = isLinux64() ? load() : null;
  return known;
}

function isLinux64(): boolean {
  const { platform, arch } = process;
  return platform === "linux" && (arch === "x64" || arch === "arm64") && endianness() === "LE";
}

function load(): CLibrary | null {
  try {
    const ffi = quietly(() => process.getBuiltinModule("node:ffi"));
    if (ffi === undefined) return null;
    const functions = new ffi.DynamicLibrary(null).getFunctions({
      socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
      bind: { arguments: ["int32", "pointer", "uint32"], return: "int32" },
      close: { arguments: ["int32"], return: "int32" },
      setsockopt: { arguments: ["int32", "int32", "int32", "pointer", "uint32"], return: "int32" },
      socketpair: { arguments: ["int32", "int32", "int32", "pointer"], return: "int32" },
      recvmmsg: { arguments: ["int32", "pointer", "uint32", "int32", "pointer"], return: "int32" },
      sendmmsg: { arguments: ["int32", "pointer", "uint32", "int32"], return: "int32" },
    });
    return { ...functions, addressOf: (memory) => ffi.getRawPointer(memory) };
  } catch {
    return null; // not permitted, or a C library that lacks one of them: node:dgram does the work
  }
}
