import type { SortOrder, TrialSort } from "../../api/sweeps";
import type { Sorting } from "./TrialsCard";

interface Props {
  sort: TrialSort;
  label: string;
  sorting: Sorting;
  first: SortOrder;
  onSort: (sorting: Sorting) => void;
}

/** A column head that sorts, and turns the order round when it sorts already. */
export function SortHeader({ sort, label, sorting, first, onSort }: Props) {
  const active = sorting.sort === sort;
  const order = active ? opposite(sorting.order) : first;
  const sign = active ? (sorting.order === "asc" ? " ↑" : " ↓") : "";
  return (
    <th className="right" aria-sort={active ? (sorting.order === "asc" ? "ascending" : "descending") : undefined}>
      <button onClick={() => onSort({ sort, order })}>
        {label}
        {sign}
      </button>
    </th>
  );
}

function opposite(order: SortOrder): SortOrder {
  return order === "asc" ? "desc" : "asc";
}
