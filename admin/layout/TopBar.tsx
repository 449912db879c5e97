import ExpandIcon from "@mui/icons-material/ExpandMore";
import MenuIcon from "@mui/icons-material/Menu";
import AppBar from "@mui/material/AppBar";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Toolbar from "@mui/material/Toolbar";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { LocalesMenuButton, useSidebarState, useTranslate } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { DemoMark } from "./DemoMark.tsx";

/** Height of the bar on top; the sheet fills what is left of the window. */
export const TOP_BAR = 48;

/** The bar on top: whose console this is, which community, language and account. */
export function TopBar({ onCommunity }: { readonly onCommunity: (code: string) => void }) {
  return (
    <AppBar color="primary" elevation={0}>
      <Toolbar disableGutters variant="dense" sx={{ px: 1, minHeight: TOP_BAR, height: TOP_BAR, whiteSpace: "nowrap" }}>
        <MenuButton />
        <Name />
        <Community onCommunity={onCommunity} />
        <DemoMark />
        <span style={{ flex: 1 }} />
        <LocalesMenuButton />
        <AccountMenu />
      </Toolbar>
    </AppBar>
  );
}

/** Shows the menu, or gives its room to the page. */
function MenuButton() {
  const translate = useTranslate();
  const [open, setOpen] = useSidebarState();
  const label = translate(open ? "ra.action.close_menu" : "ra.action.open_menu");
  return (
    <IconButton
      color="inherit"
      aria-label={label}
      aria-expanded={open}
      title={label}
      onClick={() => setOpen(!open)}
      sx={{ mr: "0.2em" }}
    >
      <MenuIcon />
    </IconButton>
  );
}

/** On a phone it gives its room to the choice of community, where there is one. */
function Name() {
  const { product } = useWords();
  const { me } = useWorkspace();
  const display = me.communities.length > 1 ? { xs: "none", sm: "inline" } : "inline";
  return (
    <Typography component="span" sx={{ display, fontWeight: 700, fontSize: "1.05rem", mr: 1.5, whiteSpace: "nowrap" }}>
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
