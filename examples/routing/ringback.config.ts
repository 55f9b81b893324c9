// Calls to sales ring at the desk, then at two mobiles, then go to voicemail, unless somebody has declined for everywhere.
//   ringback serve --config ringback.config.ts
import { defineConfig } from "ringback";

export default defineConfig({
  domains: ["example.com"],
  routes: {
    request: ({ method, user, host }) => {
      if (method !== "INVITE" || user !== "sales") return "continue";
      const desk = { to: `sip:desk@${host}`, seconds: 20 };
      const mobiles = { to: [`sip:alice@${host}`, `sip:bob@${host}`], seconds: 20 };
      return { targets: [desk, mobiles] };
    },
    // A 6xx speaks for every phone of the user: whoever sends it wants no voicemail either.
    failure: ({ request: { user, host }, scope, round }) => {
      if (user !== "sales" || scope === "everywhere" || round > 0) return "pass";
      return { targets: [`sip:voicemail@${host}`] };
    },
  },
});
