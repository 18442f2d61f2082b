import type { ClusterNode, Dataset, ModelFamily, Strategy } from "./clusterTypes";
import { get, post, url } from "./http";
import type { Page } from "./types";

export interface Upload {
  file: File;
  name: string;
  task: string;
  target: string;
  index: string;
  shape: string;
}

const contentTypes: Record<string, string> = {
  csv: "text/csv",
  gz: "application/gzip",
  zip: "application/zip",
  npz: "application/zip",
};

export const listNodes = (signal?: AbortSignal): Promise<Page<ClusterNode>> => get("/api/v1/nodes", {}, signal);
export const listFamilies = (signal?: AbortSignal): Promise<Page<ModelFamily>> =>
  get("/api/v1/model-families", {}, signal);
export const listDatasets = (signal?: AbortSignal): Promise<Page<Dataset>> => get("/api/v1/datasets", {}, signal);
export const listSamplers = (signal?: AbortSignal): Promise<Page<Strategy>> => get("/api/v1/samplers", {}, signal);
export const listSchedulers = (signal?: AbortSignal): Promise<Page<Strategy>> => get("/api/v1/schedulers", {}, signal);

export function uploadDataset({ file, ...described }: Upload): Promise<Dataset> {
  const extension = file.name.split(".").pop()?.toLowerCase() ?? "";
  return post(url("/api/v1/datasets", described), file, {
    "Content-Type": contentTypes[extension] ?? "application/octet-stream",
  });
}
