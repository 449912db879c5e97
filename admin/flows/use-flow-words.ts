import { type FlowWords, flowWords } from "../../shared/words/flow-console.ts";
import { useLanguage } from "../app/use-words.ts";

export function useFlowWords(): FlowWords {
  return flowWords[useLanguage()];
}
