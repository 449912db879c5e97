import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly children: ReactNode;
};

/** Streets or communities with their codes, and the way to add one. */
export function Places({ title, places, children }: Props) {
  return (
    <Box component="section" sx={{ mb: 2 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2 }}>
        <Typography variant="h2">{title}</Typography>
        {children}
      </Box>
      {places.length > 0 ? (
        <table className="linli-table">
          <tbody>
            {places.map(({ code, name }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>{code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Box>
  );
}
