import { useEffect, useState } from "react";
import { demoWords } from "../../shared/words/demo.ts";
import { useLanguage } from "../app/use-words.ts";

/** Says over every page of a demo that its data is invented. */
export function DemoMark() {
  const [isDemo, setDemo] = useState(false);
  const language = useLanguage();
  useEffect(() => {
    void fetch("/auth/demo")
      .then((answer) => answer.json())
      .then(({ demo }: { demo?: boolean }) => setDemo(demo === true))
      // Without an answer nothing is claimed.
      .catch(() => setDemo(false));
  }, []);
  if (!isDemo) return null;
  return (
    <span title={demoWords.about[language]} style={look}>
      {demoWords.mark[language]}
    </span>
  );
}

const look = {
  marginLeft: 12,
  padding: "1px 8px",
  borderRadius: 4,
  background: "#f6d58b",
  color: "#4a3200",
  fontSize: ".8rem",
  fontWeight: 600,
  whiteSpace: "nowrap",
} as const;
