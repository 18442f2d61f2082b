import { type FormEvent, useMemo, useState } from "react";
import type { Dataset, ModelFamily, Strategy } from "../../api/clusterTypes";
import { submitSweep } from "../../api/sweeps";
import { useAction } from "../../hooks/useAction";
import { navigate } from "../../hooks/useRouter";
import { errorsOf, useValidation } from "../../hooks/useValidation";
import { read, write, type Draft } from "../../model/draft";
import { draftFor } from "../../model/familyDraft";
import { assignErrors } from "../../model/fieldErrors";
import { formFields } from "../../model/formFields";
import { randomKey } from "../../model/key";
import { sweepPath } from "../../model/route";
import { ErrorNotice } from "../Notice";
import { Segmented } from "../Segmented";
import { DraftContext } from "./draftContext";
import { JsonCard } from "./JsonCard";
import { ModelCard } from "./ModelCard";
import { PreviewCard } from "./PreviewCard";
import { SearchCard } from "./SearchCard";
import { SpaceCard, parameterNames } from "./SpaceCard";

export interface Catalog {
  families: ModelFamily[];
  datasets: Dataset[];
  samplers: Strategy[];
  schedulers: Strategy[];
}

const tabs = [
  { value: "form", label: "Form" },
  { value: "json", label: "JSON" },
] as const;

/** One draft, edited as a form or as text, judged by the coordinator alone. */
export function SubmitForm({ catalog }: { catalog: Catalog }) {
  const { families, datasets, samplers, schedulers } = catalog;
  const [draft, setDraft] = useState(() => firstDraft(catalog));
  const [tab, setTab] = useState<"form" | "json">("form");
  const [syntaxValid, setSyntaxValid] = useState(true);
  const validation = useValidation(draft);
  const submission = useAction();
  const key = useMemo(randomKey, [draft]);

  const family = families.find(({ name }) => name === read(draft, ["trial", "family"]));
  const assigned = useMemo(() => {
    const parameters = parameterNames(family, draft.space);
    const options = [...optionPaths("sampler", samplers, draft), ...optionPaths("scheduler", schedulers, draft)];
    return assignErrors(errorsOf(validation.error), tab === "form" ? formFields(draft, parameters, options) : new Set());
  }, [validation.error, draft, family, tab]);
  const editor = {
    draft,
    errors: assigned.byField,
    set: (path: readonly string[], value: Parameters<typeof write>[2]) => setDraft((before) => write(before, path, value)),
  };
  const changeFamily = (name: string): void => {
    const chosen = families.find((candidate) => candidate.name === name);
    if (chosen) setDraft((before) => draftFor(chosen, datasets, before));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void submission.run(async () => navigate(sweepPath((await submitSweep(draft, key)).id)));
  };

  return (
    <DraftContext value={editor}>
      <form onSubmit={submit} noValidate>
        <div className="page-head">
          <h1>New sweep</h1>
          <Segmented label="Edit as" options={tabs} value={tab} onChange={setTab} />
        </div>
        <div className="columns form">
          <div className="stack">
            {tab === "form" ? (
              <>
                <ModelCard families={families} family={family} datasets={datasets} onFamily={changeFamily} />
                <SpaceCard family={family} />
                <SearchCard family={family} samplers={samplers} schedulers={schedulers} />
              </>
            ) : (
              <JsonCard draft={draft} onChange={setDraft} onSyntax={setSyntaxValid} />
            )}
          </div>
          <div className="stack sticky">
            <PreviewCard validation={validation} assigned={assigned} />
            <button className="button primary" disabled={submission.busy || !(syntaxValid || tab === "form")}>
              {submission.busy ? "Submitting…" : "Submit"}
            </button>
            <ErrorNotice error={submission.error} />
          </div>
        </div>
      </form>
    </DraftContext>
  );
}

function optionPaths(role: string, strategies: readonly Strategy[], draft: Draft): string[] {
  const kind = read(draft, [role, "kind"]);
  const chosen = strategies.find((strategy) => strategy.kind === kind);
  return (chosen?.options ?? []).map(({ name }) => `${role}.${name}`);
}

function firstDraft({ families, datasets }: Catalog): Draft {
  const family = families.find(({ task }) => datasets.some((dataset) => dataset.task === task)) ?? families[0];
  return family ? draftFor(family, datasets) : { trial: { kind: "model" } };
}
