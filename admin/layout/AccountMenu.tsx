import AccountIcon from "@mui/icons-material/AccountCircleOutlined";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useLogout } from "react-admin";
import { post as postCodes } from "../../shared/codes/post.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { letGo } from "./reload.ts";

/** Who is signed in, their posts here, and the way out. */
export function AccountMenu() {
  const { me, community, queues, drafts } = useWorkspace();
  const words = useWords();
  const language = useLanguage();
  const logout = useLogout();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const posts = community.posts.map((post) => codeLabel(postCodes, post, language));
  const leave = () => {
    const rows = queues().reduce((sum, queue) => sum + queue.unsaved(), 0);
    if (rows > 0 && !window.confirm(words.signOutUnsaved(rows))) return;
    if (drafts.isAny() && !window.confirm(words.signOutUnfinished)) return;
    letGo();
    void logout();
  };
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountIcon />}
        aria-haspopup="menu"
        aria-label={`${words.account}: ${me.name}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ whiteSpace: "nowrap", minWidth: 0, "& .MuiButton-startIcon": { mr: { xs: 0, sm: 0.5 } } }}
      >
        <span className="linli-wide">{me.name}</span>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled sx={{ opacity: "1 !important" }}>
          {[me.name, ...posts].join(" · ")}
        </MenuItem>
        <Divider />
        <MenuItem component="a" href="/auth/account">
          {words.myAccount}
        </MenuItem>
        <MenuItem onClick={leave}>{words.signOut}</MenuItem>
      </Menu>
    </>
  );
}
