import type { GetParametersCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

/** A parameter store that answers as the service does, with one value for each name. */
export function parameterStore() {
  const values = new Map<string, string>();
  const calls: string[] = [];
  const fail = (name: string) => Object.assign(new Error(name), { name });
  const store = {
    send: async (command: GetParametersCommand | PutParameterCommand) => {
      await new Promise((resolve) => setImmediate(resolve));
      calls.push(command.constructor.name);
      const input = command.input as {
        Names?: string[];
        Name?: string;
        Value?: string;
        Overwrite?: boolean;
        Type?: string;
      };
      if (input.Names) {
        if (input.Names.length > 10) throw fail("ValidationException");
        return {
          Parameters: input.Names.flatMap((Name) => (values.has(Name) ? [{ Name, Value: values.get(Name) }] : [])),
        };
      }
      const { Name = "", Value = "" } = input;
      if (values.has(Name) && !input.Overwrite) throw fail("ParameterAlreadyExists");
      if (input.Type !== "SecureString") throw fail("ValidationException");
      values.set(Name, Value);
      return {};
    },
  };
  // Only `send` of the client is used.
  return { client: store as unknown as SSMClient, values, calls };
}
