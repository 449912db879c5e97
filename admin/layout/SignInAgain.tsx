import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useEffect, useId } from "react";
import { line } from "../app/line.ts";
import { readMe } from "../app/me.ts";
import { onSignedIn, openSignIn } from "../app/signed-in.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { goToSignIn } from "../providers/sign-in.ts";
import { reloadPage } from "./reload.ts";

const EVERY_MS = 5_000;

/**
 * The session ended while somebody works (重新登录): they sign in in another window, with whatever steps that takes, and
 * everything here stays as it is. What was on the screen is hidden meanwhile; for another account the page begins anew.
 */
export function SignInAgain() {
  const words = useWords();
  const titleId = useId();
  const { http, me } = useWorkspace();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "hidden") return;
      readMe(http).then(
        ({ account }) => (account === me.account ? line.resumed() : reloadPage()),
        () => undefined,
      );
    };
    const timer = setInterval(look, EVERY_MS);
    window.addEventListener("focus", look);
    const stop = onSignedIn(look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      stop();
    };
  }, [http, me]);
  return (
    <Dialog
      open
      maxWidth="xs"
      fullWidth
      aria-labelledby={titleId}
      slotProps={{ backdrop: { sx: { bgcolor: "background.default" } } }}
    >
      <DialogTitle id={titleId}>{words.line.endedTitle}</DialogTitle>
      <DialogContent>{words.line.endedText}</DialogContent>
      <DialogActions>
        <Button onClick={goToSignIn}>{words.line.signInHere}</Button>
        <Button variant="contained" autoFocus onClick={openSignIn}>
          {words.line.signIn}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
