import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useEffect, useState } from "react";
import { useNotify } from "react-admin";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { GRANTING, type Member } from "./members.ts";

/** Grants a post (办理任职). Who holds an account gets the post's rights; an honorary post needs a name alone. */
export function GrantPost() {
  const words = useWords().posts;
  const { community } = useWorkspace();
  const [open, setOpen] = useState(false);
  if (!GRANTING.some((right) => community.rights.includes(right))) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {words.grant}
      </Button>
      {open ? <GrantDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function GrantDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().posts;
  const language = useLanguage();
  const notify = useNotify();
  const { http, path, today, listOf, registerOf } = useWorkspace();
  const members = useMembers();
  const draft = useDraft("posts.grant");
  const [account, setAccount] = useTyped(draft, "account", "");
  const [person, setPerson] = useTyped(draft, "person", "");
  const [post, setPost] = useTyped(draft, "post", "");
  const [from, setFrom] = useTyped(draft, "from", today);
  const [until, setUntil] = useTyped(draft, "until", "");
  const [origin, setOrigin] = useTyped(draft, "origin", "");
  const [outOfOrder, setOutOfOrder] = useTyped(draft, "outOfOrder", "");
  const { post: posts, origin: origins, outOfOrder: reason } = registerOf("posts")?.fields ?? {};
  const send = async () => {
    const who = account === "" ? { person: person.trim() } : { account };
    // Who was taken on comes from the reserve list, in its order.
    const came = {
      ...(origin !== "" && { origin }),
      ...(outOfOrder.trim() !== "" && { outOfOrder: outOfOrder.trim() }),
    };
    await http("POST", `${path}/posts/grant`, {
      body: { ...who, post, from, ...(until !== "" && { until }), ...came },
    });
    await listOf("posts").refresh();
    notify(words.granted, { type: "info" });
    onClose();
  };
  const ready = post !== "" && from !== "" && (account !== "" || person.trim() !== "");
  return (
    <FormDialog title={words.grant} draft={draft} onClose={onClose} onSubmit={send} ready={ready}>
      <TextField
        select
        fullWidth
        label={words.holder}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{words.withoutAccount}</MenuItem>
        {members.map((member) => (
          <MenuItem key={member.account} value={member.account}>
            {member.name} {member.login ? `(${member.login})` : ""}
          </MenuItem>
        ))}
      </TextField>
      {account === "" ? (
        <TextField
          fullWidth
          required
          label={words.person}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        />
      ) : null}
      <TextField
        select
        fullWidth
        required
        label={words.post}
        value={post}
        onChange={(event) => setPost(event.target.value)}
      >
        {posts?.kind === "code"
          ? Object.keys(posts.codes.codes).map((code) => (
              <MenuItem key={code} value={code}>
                {codeLabel(posts.codes, code, language)}
              </MenuItem>
            ))
          : null}
      </TextField>
      {origins?.kind === "code" ? (
        <TextField
          select
          fullWidth
          label={origins.label[language]}
          value={origin}
          onChange={(event) => setOrigin(event.target.value)}
        >
          <MenuItem value="">—</MenuItem>
          {Object.keys(origins.codes.codes).map((code) => (
            <MenuItem key={code} value={code}>
              {codeLabel(origins.codes, code, language)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {origin === "recruited" && reason ? (
        <TextField
          fullWidth
          label={reason.label[language]}
          value={outOfOrder}
          onChange={(event) => setOutOfOrder(event.target.value)}
        />
      ) : null}
      <Day label={words.from} value={from} onChange={setFrom} required />
      <Day label={words.until} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly required?: boolean;
};

function Day({ label, value, onChange, required = false }: DayProps) {
  return (
    <TextField
      type="date"
      fullWidth
      required={required}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** Accounts of the community; whoever may not see them can still grant honorary posts by name. */
function useMembers(): readonly Member[] {
  const { http, path } = useWorkspace();
  const [members, setMembers] = useState<readonly Member[]>([]);
  useEffect(() => {
    http<{ accounts: readonly Member[] }>("GET", `${path}/accounts`).then(
      ({ accounts }) => setMembers(accounts),
      () => setMembers([]),
    );
  }, [http, path]);
  return members;
}
