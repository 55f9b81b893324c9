import type { Message } from "../syntax/mod.ts";
import type { Flow } from "../transport/mod.ts";
import type { Answers } from "./answers.ts";
import type { Arrival } from "./arrival.ts";
import type { Course, RoutedRequest } from "./routing.ts";
import type { TargetGroups } from "./target-set.ts";

/** What a consultation needs of the server it takes place in. */
export interface ConsultationParts {
  readonly answers: Answers;
  readonly fault: (error: unknown, callId: string) => void;
  forward(request: Message, flow: Flow, arrival: Arrival, groups: TargetGroups, routed: RoutedRequest): void;
}

/** Asks the operator's routing functions about a request that is not forwarded yet, and does what they say. */
export class Consultation {
  private readonly parts: ConsultationParts;

  constructor(parts: ConsultationParts) {
    this.parts = parts;
  }

  /** The moment of arrival. True when the request has been dealt with. */
  onArrival(routed: RoutedRequest, request: Message, flow: Flow, arrival: Arrival): boolean {
    return this.follow(routed, request, flow, arrival, () => routed.onArrival());
  }

  /** Nobody is there: `status` (404, 480) would be answered. True when the request has been dealt with otherwise. */
  onAbsence(routed: RoutedRequest, request: Message, flow: Flow, arrival: Arrival, status: number): boolean {
    return this.follow(routed, request, flow, arrival, () => routed.onFailure(status, []));
  }

  private follow(routed: RoutedRequest, request: Message, flow: Flow, arrival: Arrival, ask: () => Course): boolean {
    const { answers, fault, forward } = this.parts;
    try {
      let course = ask();
      if (course.kind === "usual") return false;
      // Nobody of those it named is there either.
      while (course.kind === "targets" && course.groups.length === 0) course = routed.onFailure(480, []);
      if (course.kind === "targets") forward(request, flow, arrival, course.groups, routed);
      else if (course.kind === "answer")
        answers.answer(request, flow, course.status, course.headers, "a routing function says so");
      else answers.answer(request, flow, 480, "", "nobody is there whom the routing function named");
    } catch (error) {
      fault(error, request.callId);
      answers.answer(request, flow, 500, "", "a routing function failed");
    }
    return true;
  }
}
