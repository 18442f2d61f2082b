import { listDatasets, listFamilies } from "../api/cluster";
import { DatasetTable } from "../components/DatasetTable";
import { ErrorNotice } from "../components/Notice";
import { UploadCard } from "../components/UploadCard";
import { useResource } from "../hooks/useResource";
import { useTitle } from "../hooks/useTitle";

export function DatasetsPage() {
  const datasets = useResource(listDatasets, []);
  const families = useResource(listFamilies, []);
  useTitle("Data sets");
  const tasks = [...(families.data?.items ?? []), ...(datasets.data?.items ?? [])].map(({ task }) => task);
  return (
    <>
      <div className="page-head">
        <h1>Data sets</h1>
      </div>
      <div className="columns form">
        <div className="stack">
          <ErrorNotice error={datasets.error} />
          {datasets.data && <DatasetTable datasets={datasets.data.items} />}
        </div>
        <UploadCard tasks={[...new Set(tasks)]} onUploaded={datasets.reload} />
      </div>
    </>
  );
}
