import { zhCN } from "@mui/material/locale";
import { createTheme } from "@mui/material/styles";
import { defaultLightTheme, type RaThemeOptions } from "react-admin";
import type { Language } from "../../shared/schema/label.ts";

const font = [
  "system-ui",
  "-apple-system",
  "'Segoe UI'",
  "'PingFang SC'",
  "'Microsoft YaHei'",
  "'Noto Sans SC'",
  "'Noto Sans CJK SC'",
  "sans-serif",
].join(",");

export const colours = { accent: "#17594a", deep: "#0f4438", ground: "#f6f4ee", line: "#dedbd2", ink: "#22302c" };

/** Width of the menu. */
export const SIDEBAR = 208;

/** Linli's look: dense, calm, readable by daylight on an old screen. */
const theme: RaThemeOptions = {
  ...defaultLightTheme,
  palette: {
    mode: "light",
    primary: { main: colours.accent, dark: colours.deep },
    secondary: { main: colours.accent },
    // White words on it, and it on white, can be read by everybody.
    warning: { main: "#a34a00" },
    background: { default: colours.ground, paper: "#fff" },
    divider: colours.line,
    text: { primary: colours.ink, secondary: "#5d6b66" },
  },
  shape: { borderRadius: 6 },
  sidebar: { width: SIDEBAR, closedWidth: 0 },
  typography: {
    fontFamily: font,
    fontSize: 13,
    h1: { fontSize: "1.35rem", fontWeight: 600 },
    h2: { fontSize: "1.05rem", fontWeight: 600 },
    h3: { fontSize: ".95rem", fontWeight: 600 },
    button: { textTransform: "none" },
  },
  components: {
    ...defaultLightTheme.components,
    MuiButton: { defaultProps: { disableElevation: true, size: "small" } },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { "&.Mui-focusVisible": { outline: `2px solid ${colours.accent}`, outlineOffset: -2 } } },
    },
    MuiTextField: { defaultProps: { variant: "outlined", size: "small", margin: "dense" } },
    MuiCssBaseline: {
      styleOverrides: {
        body: { overscrollBehaviorY: "none" },
        "@media print": { "@page": { margin: "12mm" } },
      },
    },
  },
};

/** The look with MUI's own few words, such as those of a close button, in the reader's language. */
export const themes: Readonly<Record<Language, RaThemeOptions>> = {
  zh: createTheme(theme, zhCN) as RaThemeOptions,
  en: theme,
};
