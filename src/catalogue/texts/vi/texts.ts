import type { Texts } from "../texts.ts";
import { behaviours } from "./behaviours.ts";
import { classes } from "./classes.ts";
import { codes5xx } from "./codes-5xx.ts";
import { codes6xx } from "./codes-6xx.ts";
import { codes40x } from "./codes-40x.ts";
import { codes41x42x } from "./codes-41x-42x.ts";
import { codes43x46x } from "./codes-43x-46x.ts";
import { codes48x49x } from "./codes-48x-49x.ts";
import { codes1xx2xx3xx } from "./codes-123xx.ts";
import { compare, consequences } from "./compare.ts";
import { decision } from "./decision.ts";
import { facts } from "./facts.ts";
import { furniture } from "./furniture.ts";
import { glossary } from "./glossary.ts";
import { outcomes } from "./outcomes.ts";
import { symptoms } from "./symptoms.ts";
import { verdicts } from "./verdicts.ts";

export const texts: Texts = {
  codes: { ...codes1xx2xx3xx, ...codes40x, ...codes41x42x, ...codes43x46x, ...codes48x49x, ...codes5xx, ...codes6xx },
  classes,
  facts,
  consequences,
  compare,
  verdicts,
  behaviours,
  symptoms,
  glossary,
  decision,
  furniture,
  outcomes,
};
