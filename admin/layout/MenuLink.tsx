import ListItemIcon from "@mui/material/ListItemIcon";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import useMediaQuery from "@mui/material/useMediaQuery";
import { type ReactNode, useEffect, useRef } from "react";
import { useSidebarState } from "react-admin";
import { NavLink, useLocation } from "react-router-dom";

type Props = { readonly to: string; readonly text: string; readonly icon: ReactNode };

/**
 * One line of the menu: a page to go to; the one somebody is on is marked and in sight. On a phone, where the menu lies
 * over the page, going there closes it.
 */
export function MenuLink({ to, text, icon }: Props) {
  const [, setOpen] = useSidebarState();
  const isSmall = useMediaQuery("(max-width: 899.95px)");
  const { pathname } = useLocation();
  const link = useRef<HTMLAnchorElement>(null);
  const isHere = pathname === to;
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  return (
    <MenuItem
      ref={link}
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
