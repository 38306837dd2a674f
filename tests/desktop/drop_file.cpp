// Drops a file on an X11 window as a file manager does (XDND version 5), for the test of the window:
// drop_file WINDOW /path/to/file. Exit 0 once the window says that it took it.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr int patienceSeconds = 60;

struct Drag {
    Display* display = XOpenDisplay(nullptr);
    Window source = 0, target = 0;
    std::string uri;

    Atom atom(const char* name) const { return XInternAtom(display, name, False); }

    void tell(const char* type, long l1, long l2, long l3, long l4) const {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target;
        event.xclient.message_type = atom(type);
        event.xclient.format = 32;
        const long values[] = {long(source), l1, l2, l3, l4};
        std::memcpy(event.xclient.data.l, values, sizeof values);
        XSendEvent(display, target, False, NoEventMask, &event);
        XFlush(display);
    }

    /// Hands the file's name to who asks for it.
    void answer(const XSelectionRequestEvent& asked) const {
        XChangeProperty(display, asked.requestor, asked.property, asked.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(uri.data()), int(uri.size()));
        XEvent event{};
        event.xselection.type = SelectionNotify;
        event.xselection.requestor = asked.requestor;
        event.xselection.selection = asked.selection;
        event.xselection.target = asked.target;
        event.xselection.property = asked.property;
        event.xselection.time = asked.time;
        XSendEvent(display, asked.requestor, False, NoEventMask, &event);
        XFlush(display);
    }

    bool run() const {
        XSetSelectionOwner(display, atom("XdndSelection"), source, CurrentTime);
        tell("XdndEnter", 5L << 24, long(atom("text/uri-list")), 0, 0);
        tell("XdndPosition", 0, (300L << 16) | 300, CurrentTime, long(atom("XdndActionCopy")));
        alarm(patienceSeconds);
        for (;;) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type == SelectionRequest) answer(event.xselectionrequest);
            if (event.type != ClientMessage) continue;
            if (event.xclient.message_type == atom("XdndStatus")) tell("XdndDrop", 0, CurrentTime, 0, 0);
            if (event.xclient.message_type == atom("XdndFinished")) return event.xclient.data.l[1] != 0;
        }
    }
};

}  // namespace

int main(int count, char** arguments) {
    Drag drag;
    if (count != 3 || !drag.display) return std::fprintf(stderr, "drop_file WINDOW FILE, on a screen\n"), 2;
    drag.target = Window(std::strtoul(arguments[1], nullptr, 0));
    drag.uri = std::string("file://") + arguments[2] + "\r\n";
    drag.source = XCreateSimpleWindow(drag.display, DefaultRootWindow(drag.display), 0, 0, 1, 1, 0, 0, 0);
    return drag.run() ? 0 : 1;
}
