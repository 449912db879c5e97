import ExpandIcon from "@mui/icons-material/ExpandMore";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { AppBar, LocalesMenuButton } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { DemoMark } from "./DemoMark.tsx";

/** Height of the bar on top; the sheet fills what is left of the window. */
export const TOP_BAR = 48;

/** The bar on top: whose console this is, which community, language and account. */
export function TopBar({ onCommunity }: { readonly onCommunity: (code: string) => void }) {
  return (
    <AppBar
      alwaysOn
      color="primary"
      elevation={0}
      toolbar={<LocalesMenuButton />}
      userMenu={<AccountMenu />}
      sx={{ "& .MuiToolbar-root": { minHeight: `${TOP_BAR}px !important`, height: TOP_BAR } }}
    >
      <Name />
      <Community onCommunity={onCommunity} />
      <DemoMark />
      <span style={{ flex: 1 }} />
    </AppBar>
  );
}

function Name() {
  const { product } = useWords();
  return (
    <Typography component="span" sx={{ fontWeight: 700, fontSize: "1.05rem", mr: 1.5, whiteSpace: "nowrap" }}>
      {product}
    </Typography>
  );
}

function Community({ onCommunity }: { readonly onCommunity: (code: string) => void }) {
  const { me, community } = useWorkspace();
  const words = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (me.communities.length < 2) {
    return (
      <Typography component="span" noWrap sx={{ opacity: 0.9 }}>
        {community.name}
      </Typography>
    );
  }
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        endIcon={<ExpandIcon />}
        aria-haspopup="menu"
        aria-label={`${words.chooseCommunity}: ${community.name}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ borderColor: "rgba(255,255,255,.45)", minWidth: 0 }}
      >
        <Typography component="span" noWrap>
          {community.name}
        </Typography>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {me.communities.map(({ code, name }) => (
          <MenuItem key={code} selected={code === community.code} onClick={() => onCommunity(code)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
