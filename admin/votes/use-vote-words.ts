import { type VoteWords, voteWords } from "../../shared/words/votes.ts";
import { useLanguage } from "../app/use-words.ts";

export function useVoteWords(): VoteWords {
  return voteWords[useLanguage()];
}
