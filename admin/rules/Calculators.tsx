import Typography from "@mui/material/Typography";
import { NavLink, useLocation } from "react-router-dom";
import { CALCULATIONS } from "../../shared/schema/calculations.ts";
import { useLanguage } from "../app/use-words.ts";
import { Calculator } from "./Calculator.tsx";
import { useRulesWords } from "./rules.ts";

const FIRST = "quorum";

/** The calculations a clerk may do, and the one that is open (规则计算). */
export function Calculators() {
  const words = useRulesWords();
  const language = useLanguage();
  const { pathname } = useLocation();
  const wanted = pathname.replace("/rules/calculations", "").replace("/", "") || FIRST;
  const calculation = CALCULATIONS.get(wanted);
  return (
    <div className="linli-calculations">
      <nav aria-label={words.calculations} className="linli-unprinted">
        {[...CALCULATIONS.values()].map(({ name, label }) => (
          <NavLink
            key={name}
            to={`/rules/calculations/${name}`}
            className={name === wanted ? "linli-chosen" : ""}
            aria-current={name === wanted ? "page" : undefined}
            ref={name === wanted ? intoView : null}
          >
            {label[language]}
          </NavLink>
        ))}
      </nav>
      {calculation ? (
        <section>
          <Typography variant="h2">{calculation.label[language]}</Typography>
          <p>{calculation.hint[language]}</p>
          <Calculator key={calculation.name} calculation={calculation} />
        </section>
      ) : (
        <p>{words.none}</p>
      )}
    </div>
  );
}

/** On a phone the calculations stand in a row that scrolls: the one that is open is in sight. */
function intoView(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
