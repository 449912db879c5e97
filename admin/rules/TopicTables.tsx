import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import type { Parameter, ParameterTopic } from "../../shared/schema/parameter.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS, TOPICS } from "../../shared/schema/parameters.ts";
import { useLanguage } from "../app/use-words.ts";
import { RuleDialog } from "./RuleDialog.tsx";
import { useRulesPage, useRulesWords } from "./rules.ts";
import { SourceMark } from "./SourceMark.tsx";

/** All parameters by subject: what holds, where it is said, and the way to its history (规则一览). */
export function TopicTables() {
  const words = useRulesWords();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState("");
  const matches = useMatches(wanted);
  const topics = TOPICS.map((topic) => ({ ...topic, parameters: topic.parameters.filter(matches) })).filter(
    ({ parameters }) => parameters.length > 0,
  );
  const opened = PARAMETERS.get(decodeURIComponent(pathname.replace("/rules/", "")));
  return (
    <>
      <Typography sx={{ maxWidth: "48em", my: 1 }}>{words.intro}</Typography>
      <TextField
        className="linli-unprinted"
        type="search"
        label={words.find}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {topics.length === 0 ? <p>{words.none}</p> : null}
      {topics.map((topic) => (
        <TopicTable key={topic.topic} topic={topic} onOpen={(name) => navigate(`/rules/${name}`)} />
      ))}
      {opened ? <RuleDialog parameter={opened} onClose={() => navigate("/rules")} /> : null}
    </>
  );
}

function useMatches(wanted: string) {
  const language = useLanguage();
  const { rules, day } = useRulesPage();
  const text = wanted.trim().toLowerCase();
  return (parameter: Parameter) =>
    text === "" ||
    [
      parameter.name,
      parameter.label[language],
      parameter.hint?.[language],
      rules.at(parameter.name, day).source[language],
    ]
      .join(" ")
      .toLowerCase()
      .includes(text);
}

type TopicProps = { readonly topic: ParameterTopic; readonly onOpen: (name: string) => void };

function TopicTable({ topic, onOpen }: TopicProps) {
  const words = useRulesWords();
  const language = useLanguage();
  const id = `topic-${topic.topic}`;
  return (
    <section aria-labelledby={id}>
      <Typography variant="h2" id={id} sx={{ mt: 2, mb: 0.5 }}>
        {topic.label[language]}
      </Typography>
      <table className="linli-table linli-rules-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {topic.parameters.map((parameter) => (
            <RuleRow key={parameter.name} parameter={parameter} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { readonly parameter: Parameter; readonly onOpen: (name: string) => void };

function RuleRow({ parameter, onOpen }: RowProps) {
  const words = useRulesWords();
  const language = useLanguage();
  const { rules, day } = useRulesPage();
  const found = rules.at(parameter.name, day);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="linli-link"
          aria-label={words.open(parameter.label[language])}
          onClick={() => onOpen(parameter.name)}
        >
          {parameter.label[language]}
        </button>
        {parameter.hint ? <small>{parameter.hint[language]}</small> : null}
      </th>
      <td>
        {shownParameter(parameter, found.value, language)}
        {found.origin === "own" ? <span className="linli-own">{words.own}</span> : null}
      </td>
      <td>
        <SourceMark of={found} /> {found.source[language]}
      </td>
    </tr>
  );
}
