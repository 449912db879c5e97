import { parameters as catalogue } from "../parameters/catalogue.gen.ts";
import type { Parameter, ParameterTopic } from "./parameter.ts";

/** Every subject with its parameters, in the order of the files. */
export const TOPICS: readonly ParameterTopic[] = catalogue;

/** Every parameter of the product, by name. */
export const PARAMETERS: ReadonlyMap<string, Parameter> = new Map(
  catalogue.flatMap(({ parameters }) => parameters.map((parameter) => [parameter.name, parameter])),
);
