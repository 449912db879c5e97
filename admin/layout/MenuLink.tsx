import ListItemIcon from "@mui/material/ListItemIcon";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import useMediaQuery from "@mui/material/useMediaQuery";
import type { ReactNode } from "react";
import { useSidebarState } from "react-admin";
import { NavLink } from "react-router-dom";

type Props = { readonly to: string; readonly text: string; readonly icon: ReactNode };

/** One line of the menu: a page to go to. On a phone, where the menu lies over the page, going there closes it. */
export function MenuLink({ to, text, icon }: Props) {
  const [, setOpen] = useSidebarState();
  const isSmall = useMediaQuery("(max-width: 899.95px)");
  return (
    <MenuItem
      component={NavLink}
      to={to}
      end={to === "/"}
      tabIndex={0}
      onClick={() => {
        if (isSmall) setOpen(false);
      }}
    >
      <ListItemIcon>{icon}</ListItemIcon>
      <Typography variant="inherit" noWrap sx={{ flexGrow: 1 }}>
        {text}
      </Typography>
    </MenuItem>
  );
}
