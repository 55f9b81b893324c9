/** What people notice before they know a code, and the codes that are worth a look then; the first is the likeliest. */

export const SYMPTOMS = {
  answeredButSilent: [200, 183],
  oneWayAudio: [200, 183],
  dropsAfterHalfAMinute: [200, 408],
  dropsAfterMinutes: [408, 481, 422],
  neverRings: [408, 480, 404],
  ringsNobodyAnswers: [408, 487, 480],
  callerHearsNoRinging: [180, 183],
  busyThoughFree: [486, 600, 480],
  onlyOnePhoneStopsAll: [603, 600, 486],
  straightToVoicemail: [480, 302, 181],
  blockedAsSpam: [603, 608, 607],
  registersThenGone: [480, 430, 408],
  passwordAskedAgainAndAgain: [401, 407, 403],
  outboundFails: [403, 407, 603],
  transferAcceptedNothingHappens: [202, 481],
  transferFails: [603, 481, 404],
  ringsTwice: [482, 200],
  forwardingLoops: [482, 483, 302],
  holdOrVideoFails: [488, 491, 606],
  fastBusy: [503, 500, 404],
  presenceStale: [489, 481, 412],
  dtmfIgnored: [469, 415],
  cutOffWhileDialling: [484, 404],
  worksOnTcpOnly: [513, 408],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type SymptomId = keyof typeof SYMPTOMS;
