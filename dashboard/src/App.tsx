import { signInNeeded } from "./api/session";
import { ConnectionBanner } from "./components/ConnectionBanner";
import { Link } from "./components/Link";
import { SignIn } from "./components/SignIn";
import { TopBar } from "./components/TopBar";
import { useObservable } from "./hooks/useObservable";
import { useRoute } from "./hooks/useRouter";
import type { Route } from "./model/route";
import { DatasetsPage } from "./pages/DatasetsPage";
import { NodesPage } from "./pages/NodesPage";
import { SubmitPage } from "./pages/SubmitPage";
import { SweepPage } from "./pages/SweepPage";
import { SweepsPage } from "./pages/SweepsPage";

export function App() {
  const route = useRoute();
  const locked = useObservable(signInNeeded);
  return (
    <>
      <ConnectionBanner />
      <TopBar route={route} />
      <main className="page">
        <Page route={route} />
      </main>
      {locked && <SignIn />}
    </>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case "sweeps":
      return <SweepsPage />;
    case "sweep":
      return <SweepPage key={route.id} id={route.id} />;
    case "submit":
      return <SubmitPage />;
    case "datasets":
      return <DatasetsPage />;
    case "nodes":
      return <NodesPage />;
    case "unknown":
      return <Unknown path={route.path} />;
  }
}

function Unknown({ path }: { path: string }) {
  return (
    <div className="card empty">
      <h1>There is no page here</h1>
      <p className="muted">
        <code>{path}</code> is not a page of this dashboard.
      </p>
      <Link className="button" href="/">
        All sweeps
      </Link>
    </div>
  );
}
