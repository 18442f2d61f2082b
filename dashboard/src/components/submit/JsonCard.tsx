import { useState } from "react";
import { messageOf } from "../../api/problem";
import type { Json } from "../../api/types";
import { isObject, type Draft } from "../../model/draft";
import { Card } from "../Card";
import { FieldFrame, describedBy } from "./fields";

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onSyntax: (valid: boolean) => void;
}

/** The whole specification as text: everything the form shows, and all it does not. */
export function JsonCard({ draft, onChange, onSyntax }: Props) {
  const [text, setText] = useState(() => JSON.stringify(draft, null, 2));
  const [syntax, setSyntax] = useState<string[]>([]);
  const change = (next: string): void => {
    setText(next);
    const mistake = parse(next, onChange);
    setSyntax(mistake === null ? [] : [mistake]);
    onSyntax(mistake === null);
  };
  return (
    <Card title="Specification">
      <FieldFrame name="specification" label="JSON" messages={syntax}>
        <textarea
          {...describedBy("specification", syntax)}
          rows={34}
          spellCheck={false}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      </FieldFrame>
    </Card>
  );
}

function parse(text: string, onDraft: (draft: Draft) => void): string | null {
  try {
    const value = JSON.parse(text) as Json;
    if (!isObject(value)) return "A specification is a JSON object: { … }.";
    onDraft(value);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
