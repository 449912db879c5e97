import { qrPath } from "../../shared/qr/qr-path.ts";

/** A QR code on screen (二维码). */
export function QrImage({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={150}
      height={150}
      style={{ background: "#fff" }}
    >
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
