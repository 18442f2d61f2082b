package io.sweepforge.client.cli;

import io.sweepforge.client.view.Sweep;
import java.io.PrintWriter;
import java.util.List;

/** Shows how watched sweeps are getting on. */
interface Display {
    /**
     * @param changed the sweep that is new
     * @param all every watched sweep as it is now, in a fixed order
     */
    void show(Sweep changed, List<Sweep> all);

    /** A block that is redrawn in place on a terminal, plain lines elsewhere. The launcher knows which it is. */
    static Display forTerminal(PrintWriter out) {
        return Boolean.getBoolean("sweepforge.terminal") ? new TerminalDisplay(out) : new PlainDisplay(out);
    }

    /** One line of JSON for each change. */
    static Display json(PrintWriter out) {
        return (changed, all) -> {
            out.println(changed.json());
            out.flush();
        };
    }
}
