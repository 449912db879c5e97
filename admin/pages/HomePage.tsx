import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { post as postCodes } from "../../shared/codes/post.ts";
import { addDays } from "../../shared/rules/calendar.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { useRecordList } from "../records/use-record-list.ts";
import { TodayCard } from "../today/TodayCard.tsx";
import { useAnswer } from "./use-answer.ts";

const SOON_DAYS = 45;
const SOON_MAX = 8;

/** The first page (今日): who I am here, what waits for me, what is coming up, and the way to the lists. */
export function HomePage() {
  const { me, community, registers, registerOf } = useWorkspace();
  const words = useWords();
  const language = useLanguage();
  const events = registerOf("events");
  const posts = community.posts.map((post) => codeLabel(postCodes, post, language));
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1080, display: "grid", gap: 2 }}>
      <Title title={words.home} />
      <div>
        <Typography variant="h1">{words.welcome.title(me.name)}</Typography>
        {community.code === "" ? (
          <>
            <p>{words.noCommunity}</p>
            {me.areas.length === 0 ? <p className="linli-note">{words.noCommunityHint}</p> : null}
          </>
        ) : (
          <Typography color="text.secondary" sx={{ mt: 0.5 }}>
            {[community.name, posts.join(", ") || words.welcome.noPosts].join(" · ")}
          </Typography>
        )}
      </div>
      {community.code === "" ? null : <TodayCard />}
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", md: "3fr 2fr" }, alignItems: "start" }}>
        {events ? <Soon register={events} /> : null}
        {registers.length > 0 ? (
          <Card title={words.welcome.shortcuts}>
            <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
              {registers.map(({ name, label }) => (
                <Chip
                  key={name}
                  component="a"
                  clickable
                  variant="outlined"
                  href={`#/${name}`}
                  label={label[language]}
                />
              ))}
            </Box>
          </Card>
        ) : null}
      </Box>
    </Box>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}

/** Events of the next weeks, soonest first. */
function Soon({ register }: { readonly register: RegisterView }) {
  const { listOf, today } = useWorkspace();
  const words = useWords();
  const { records, status } = useRecordList(listOf(register.name));
  const [from, to] = [today(), addDays(today(), SOON_DAYS)];
  const soon = [...records.values()]
    .filter(({ values }) => {
      const day = String(values.gather ?? "").slice(0, 10);
      return day >= from && day <= to && values.status !== "cancelled";
    })
    .sort((a, b) => (String(a.values.gather) < String(b.values.gather) ? -1 : 1))
    .slice(0, SOON_MAX);
  return (
    <Card title={words.welcome.soon}>
      {status === "failed" ? <p role="alert">{words.loadFailed}</p> : null}
      {status === "ready" && soon.length === 0 ? <p className="linli-note">{words.welcome.nothingSoon}</p> : null}
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {soon.map((event) => (
          <SoonEvent key={event.id} event={event} />
        ))}
      </Box>
    </Card>
  );
}

function SoonEvent({ event }: { readonly event: RecordView }) {
  const { registerOf } = useWorkspace();
  const { gather, title, place } = event.values;
  return (
    <Box
      component="li"
      sx={{ display: "flex", flexWrap: "wrap", gap: 1, py: 0.75, borderTop: 1, borderColor: "divider" }}
    >
      <span style={{ minWidth: "9em", fontVariantNumeric: "tabular-nums" }}>
        {String(gather ?? "").replace("T", " ")}
      </span>
      <Link href={`#/events?row=${encodeURIComponent(event.id)}`} sx={{ fontWeight: 600 }}>
        {String(title ?? "")}
      </Link>
      <span className="linli-note">{String(place ?? "")}</span>
      {registerOf("sign-ups") ? <ToPhone event={event.id} /> : null}
    </Box>
  );
}

function ToPhone({ event }: { readonly event: string }) {
  const { path } = useWorkspace();
  const words = useWords();
  const { value } = useAnswer<{ people: readonly unknown[] }>(`${path}/events/${encodeURIComponent(event)}/to-phone`);
  if (!value || value.people.length === 0) return null;
  return <Chip size="small" color="warning" label={words.welcome.toPhone(value.people.length)} />;
}
