import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { isDay } from "../../shared/rules/calendar.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import { Calculators } from "./Calculators.tsx";
import { PresetLine } from "./PresetLine.tsx";
import { RulesContext, useRules, useRulesWords } from "./rules.ts";
import "./rules.css";
import { TopicTables } from "./TopicTables.tsx";

const TABS = ["numbers", "calculations"] as const;

/** Every number the rules work with, with its source (规则), and calculations by them. */
export function RulesPage() {
  const words = useRulesWords();
  const all = useWords();
  const { today, community } = useWorkspace();
  const { known, problem, reload } = useRules();
  const [day, setDay] = useState(today());
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const tab = pathname.startsWith("/rules/calculations") ? "calculations" : "numbers";
  const maySet = community.posts.includes("director");
  const shown = isDay(day) ? day : today();
  const state = useMemo(() => known && { ...known, day: shown, maySet, reload }, [known, shown, maySet, reload]);
  return (
    <Box className="linli-rules" sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1080 }}>
      <Title title={words.title} />
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          {words.title}
        </Typography>
        <TextField
          type="date"
          label={words.onDay}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ width: 150 }}
        />
        <Button className="linli-unprinted" onClick={() => window.print()}>
          {words.print}
        </Button>
      </Box>
      <Tabs
        className="linli-unprinted"
        value={tab}
        aria-label={words.tabs}
        onChange={(_, next: string) => navigate(next === "numbers" ? "/rules" : "/rules/calculations")}
      >
        {TABS.map((name) => (
          <Tab key={name} value={name} label={words[name]} />
        ))}
      </Tabs>
      {problem === undefined ? null : <p role="alert">{problem || all.loadFailed}</p>}
      {state ? (
        <RulesContext.Provider value={state}>
          <PresetLine />
          {tab === "numbers" ? <TopicTables /> : <Calculators />}
        </RulesContext.Provider>
      ) : null}
    </Box>
  );
}
