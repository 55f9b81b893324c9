/** From a route to its page. */

import type { Route } from "../addresses.ts";
import type { Page, View } from "../view.ts";
import { codePage } from "./code.ts";
import { comparePage } from "./compare.ts";
import { glossaryPage } from "./glossary.ts";
import { homePage } from "./home.ts";
import { classPage, codesPage } from "./lists.ts";
import { mappingsPage } from "./mappings.ts";
import { pickerPage } from "./picker.ts";
import { type Searched, searchPage } from "./search.ts";
import { symptomsPage } from "./symptoms.ts";
import { whichPage } from "./which.ts";

export function pageOf(view: View, route: Route, asked: Searched): Page {
  switch (route.kind) {
    case "home":
      return homePage(view);
    case "codes":
      return codesPage(view);
    case "class":
      return classPage(view, route);
    case "code":
      return codePage(view, route);
    case "compare":
      return comparePage(view, route);
    case "picker":
      return pickerPage(view);
    case "search":
      return searchPage(view, asked);
    case "which":
      return whichPage(view);
    case "symptoms":
      return symptomsPage(view);
    case "glossary":
      return glossaryPage(view);
    case "mappings":
      return mappingsPage(view);
  }
}
