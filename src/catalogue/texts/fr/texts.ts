import type { Texts } from "../texts.ts";
import { behaviours } from "./behaviours.ts";
import { classes } from "./classes.ts";
import { codes1xx } from "./codes-1xx.ts";
import { codes5xx } from "./codes-5xx.ts";
import { codes6xx } from "./codes-6xx.ts";
import { codes2xx3xx } from "./codes-23xx.ts";
import { codes40x } from "./codes-40x.ts";
import { codes41x } from "./codes-41x.ts";
import { codes42x } from "./codes-42x.ts";
import { codes43x46x } from "./codes-43x-46x.ts";
import { codes480to487 } from "./codes-480-487.ts";
import { codes488to494 } from "./codes-488-494.ts";
import { compare, consequences } from "./compare.ts";
import { decision } from "./decision.ts";
import { facts } from "./facts.ts";
import { furniture } from "./furniture.ts";
import { glossary } from "./glossary.ts";
import { outcomes } from "./outcomes.ts";
import { symptoms } from "./symptoms.ts";
import { verdicts } from "./verdicts.ts";

export const texts: Texts = {
  codes: {
    ...codes1xx,
    ...codes2xx3xx,
    ...codes40x,
    ...codes41x,
    ...codes42x,
    ...codes43x46x,
    ...codes480to487,
    ...codes488to494,
    ...codes5xx,
    ...codes6xx,
  },
  classes,
  facts,
  consequences,
  compare,
  verdicts,
  behaviours,
  outcomes,
  symptoms,
  glossary,
  decision,
  furniture,
};
