import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { AppBar, LoadingIndicator, LocalesMenuButton } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { TOP_BAR } from "./Frame.tsx";

const white = {
  color: "inherit",
  "& fieldset": { borderColor: "rgba(255,255,255,.45)" },
  "& svg": { color: "inherit" },
};

/** The bar on top: whose console this is, which community, language and account. */
export function TopBar({ onCommunity }: { readonly onCommunity: (code: string) => void }) {
  return (
    <AppBar
      color="primary"
      elevation={0}
      toolbar={
        <>
          <LocalesMenuButton />
          <LoadingIndicator sx={{ display: { xs: "none", sm: "block" } }} />
        </>
      }
      userMenu={<AccountMenu />}
      sx={{ "& .MuiToolbar-root": { minHeight: `${TOP_BAR}px !important`, height: TOP_BAR } }}
    >
      <Name />
      <Community onCommunity={onCommunity} />
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
  if (me.communities.length < 2) {
    return (
      <Typography component="span" noWrap sx={{ opacity: 0.9 }}>
        {community.name}
      </Typography>
    );
  }
  return (
    <TextField
      select
      margin="none"
      value={community.code}
      onChange={(event) => onCommunity(event.target.value)}
      slotProps={{ htmlInput: { "aria-label": words.chooseCommunity }, input: { sx: { ...white, height: 32 } } }}
      sx={{ minWidth: 0, maxWidth: 260 }}
    >
      {me.communities.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
