import { Component, type ReactNode } from "react";

type Props = { readonly children: ReactNode; readonly broken: ReactNode; readonly place: string };
type State = { readonly isBroken: boolean };

/** Keeps a page that broke from taking the bar and the menu with it; at another `place` the page is tried again. */
export class Boundary extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.isBroken && before.place !== this.props.place) this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.broken : this.props.children;
  }
}
