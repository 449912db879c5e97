import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { post as postCodes } from "../../shared/codes/post.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { Title } from "../layout/Title.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import type { Member } from "./members.ts";
import { useAnswer } from "./use-answer.ts";

type Invitation = { readonly url: string };

/** Who has an account in the community (人员与账号), and inviting somebody. */
export function MembersPage() {
  const all = useWords();
  const words = all.members;
  const { path, community } = useWorkspace();
  const { value, problem, reload } = useAnswer<{ accounts: readonly Member[] }>(`${path}/accounts`);
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<string>();
  const [again, setAgain] = useState<Member>();
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 960 }}>
      <Title title={words.title} />
      <Box sx={{ display: "flex", alignItems: "center", mb: 1 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          {words.title}
        </Typography>
        {community.rights.includes("invite") ? (
          <Button variant="contained" onClick={() => setInviting(true)}>
            {words.invite}
          </Button>
        ) : null}
      </Box>
      {problem === undefined ? null : <p role="alert">{problem || all.loadFailed}</p>}
      {value?.accounts.length === 0 ? <p>{words.nobody}</p> : null}
      {value && value.accounts.length > 0 ? <Members members={value.accounts} onAgain={setAgain} /> : null}
      {inviting ? (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(url) => {
            setInviting(false);
            setLink(url);
            reload();
          }}
        />
      ) : null}
      {again === undefined ? null : (
        <AgainDialog
          member={again}
          onClose={() => setAgain(undefined)}
          onInvited={(url) => {
            setAgain(undefined);
            setLink(url);
          }}
        />
      )}
      {link === undefined ? null : (
        <LinkDialog title={words.linkTitle} text={words.linkText} lines={[link]} onClose={() => setLink(undefined)} />
      )}
    </Box>
  );
}

type MembersProps = { readonly members: readonly Member[]; readonly onAgain: (member: Member) => void };

function Members({ members, onAgain }: MembersProps) {
  const { me } = useWorkspace();
  const words = useWords().members;
  const language = useLanguage();
  return (
    <Box sx={{ overflowX: "auto", bgcolor: "background.paper" }}>
      <table className="linli-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.posts}</th>
            <th scope="col">{words.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.account}>
              <th scope="row">{member.name}</th>
              <td>{member.login}</td>
              <td>
                {member.posts
                  .map(
                    ({ post, inForce }) => codeLabel(postCodes, post, language) + (inForce ? "" : ` (${words.past})`),
                  )
                  .join(", ")}
              </td>
              <td>{member.state === "active" ? words.active : words.invited}</td>
              <td>
                {member.account === me.account ? null : (
                  <Button onClick={() => onAgain(member)}>{words.inviteAgain}</Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

type AgainProps = {
  readonly member: Member;
  readonly onClose: () => void;
  readonly onInvited: (url: string) => void;
};

/** A new link for who forgot the password, or whose device is in other hands. */
function AgainDialog({ member: { account, name }, onClose, onInvited }: AgainProps) {
  const words = useWords().members;
  const { http, path } = useWorkspace();
  const [isPhoneLost, setPhoneLost] = useState(false);
  const send = async () => {
    const body = { secondStep: isPhoneLost ? "drop" : "keep" };
    const address = `${path}/accounts/${encodeURIComponent(account)}/invitations`;
    onInvited((await http<Invitation>("POST", address, { body })).url);
  };
  return (
    <FormDialog title={words.inviteAgain} onClose={onClose} onSubmit={send}>
      <Typography>{words.inviteAgainText(name)}</Typography>
      <FormControlLabel
        control={<Checkbox checked={isPhoneLost} onChange={(event) => setPhoneLost(event.target.checked)} />}
        label={words.phoneLost}
      />
    </FormDialog>
  );
}

type InviteProps = { readonly onClose: () => void; readonly onInvited: (url: string) => void };

function InviteDialog({ onClose, onInvited }: InviteProps) {
  const words = useWords().members;
  const language = useLanguage();
  const { http, path } = useWorkspace();
  const draft = useDraft("members.invite");
  const [name, setName] = useTyped(draft, "name", "");
  const [posts, setPosts] = useTyped<readonly string[]>(draft, "posts", []);
  const send = async () => {
    const { url } = await http<Invitation>("POST", `${path}/invitations`, {
      body: { name: name.trim(), posts },
    });
    onInvited(url);
  };
  return (
    <FormDialog title={words.invite} draft={draft} onClose={onClose} onSubmit={send} ready={name.trim() !== ""}>
      <TextField
        autoFocus
        required
        fullWidth
        label={words.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        select
        fullWidth
        label={words.posts}
        value={posts}
        onChange={(event) => setPosts([event.target.value].flat())}
        slotProps={{ select: { multiple: true } }}
      >
        {Object.keys(postCodes.codes).map((code) => (
          <MenuItem key={code} value={code}>
            {codeLabel(postCodes, code, language)}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
