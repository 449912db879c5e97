import type { Parameter, ParameterValue } from "../../shared/schema/parameter.ts";

/** What every input of a parameter's value takes. */
export type ValueProps = {
  readonly parameter: Parameter;
  readonly value: ParameterValue | undefined;
  /** Undefined while what is typed is no value. */
  readonly onChange: (value: ParameterValue | undefined) => void;
};
