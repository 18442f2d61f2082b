import { listDatasets, listFamilies, listSamplers, listSchedulers } from "../api/cluster";
import { ErrorNotice } from "../components/Notice";
import { type Catalog, SubmitForm } from "../components/submit/SubmitForm";
import { useResource } from "../hooks/useResource";
import { useTitle } from "../hooks/useTitle";

export function SubmitPage() {
  const { data, error } = useResource(loadCatalog, []);
  useTitle("New sweep");
  return (
    <>
      <ErrorNotice error={error} />
      {data && <SubmitForm catalog={data} />}
    </>
  );
}

async function loadCatalog(signal: AbortSignal): Promise<Catalog> {
  const [families, datasets, samplers, schedulers] = await Promise.all([
    listFamilies(signal),
    listDatasets(signal),
    listSamplers(signal),
    listSchedulers(signal),
  ]);
  return {
    families: families.items,
    datasets: datasets.items,
    samplers: samplers.items,
    schedulers: schedulers.items,
  };
}
