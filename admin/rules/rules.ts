import { createContext, useContext, useMemo } from "react";
import { type OwnValue, type PresetChoice, type Rules, rulesOf } from "../../shared/rules/in-force.ts";
import { type RulesWords, rulesWords } from "../../shared/words/rules.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";

/** What the staff API says about a community's rules, as far as the definitions do not say it already. */
type Answer = { readonly own: readonly OwnValue[]; readonly choices: readonly PresetChoice[] };

/** The rules of the community as the console works with them: any number on any day, and what was decided. */
export type Known = Answer & { readonly rules: Rules };

export type Loading = { readonly known?: Known; readonly problem?: string; readonly reload: () => void };

/** Reads what the committee decided; everything else the console knows (规则). */
export function useRules(): Loading {
  const { path } = useWorkspace();
  const { value, problem, reload } = useAnswer<Answer>(`${path}/rules`);
  const known = useMemo(() => value && { ...value, rules: rulesOf(value.own, value.choices) }, [value]);
  return { ...(known && { known }), ...(problem !== undefined && { problem }), reload };
}

/** What the parts of the page share. */
export type RulesPageState = Known & {
  /** The day whose rules are shown. */
  readonly day: string;
  /** Whether the reader enters the committee's decisions. */
  readonly maySet: boolean;
  readonly reload: () => void;
};

export const RulesContext = createContext<RulesPageState | undefined>(undefined);

export function useRulesPage(): RulesPageState {
  const state = useContext(RulesContext);
  if (!state) throw new Error("Outside the page of rules");
  return state;
}

export function useRulesWords(): RulesWords {
  return rulesWords[useLanguage()];
}
