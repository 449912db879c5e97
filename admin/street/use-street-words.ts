import { type StreetWords, streetWords } from "../../shared/words/street.ts";
import { useLanguage } from "../app/use-words.ts";

export function useStreetWords(): StreetWords {
  return streetWords[useLanguage()];
}
