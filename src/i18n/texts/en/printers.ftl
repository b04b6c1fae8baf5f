# Label printers: the desk's pages
printers-title = Label printers
printers-lead = Choose a printer for a device, and “Print badge” at that door prints a label.
printers-none = No label printer yet. Until there is one, doors print labels from their browser.
printers-add = Add a printer
printers-name = Printer
printers-name-hint = What the door staff call it, such as “Registration desk 2”
printers-name-missing = Give the printer a name.
printers-kind = What it understands
printers-kind-zpl = ZPL: Zebra, and others that speak it
printers-kind-brother = Brother QL, with endless tape of 62 mm
printers-host = Address in the network
printers-host-hint = Such as 192.168.1.40; the printer can print it out itself
printers-host-wrong = Type the printer’s address or name alone, without http:// and without a port.
printers-host-closed = Nothing is sent to this address: it is not a printer of your network. Type the printer’s own address.
printers-port = Port
printers-port-hint = Nearly always 9100
printers-port-wrong = Label printers listen on ports 9100 to 9109, or on 6101.
printers-width = Label width, mm
printers-height = Label height, mm
printers-size = Label
printers-size-hint = A badge layout of exactly this size is used, if the forum has one. On Brother’s tape only the height counts.
printers-size-wrong = Type whole millimetres: 50 to 220 wide, 40 to 420 high.
printers-dpi = Resolution
printers-dpi-hint = It is printed on the printer’s plate. Brother QL is always 300.
printers-state = State
printers-state-new = Not tried yet
printers-state-works = Works
printers-state-trouble = Does not print
printers-last = Last label
printers-test = Print a test label
printers-test-label = Test label
printers-test-word = TEST
printers-test-said = A test label is on its way. If none comes out, this page will soon say why: load it again.

# Why a label does not come out, and what to do
printers-trouble-unreachable = Nobody answers there. Is the printer on, and in the same network?
printers-trouble-no-such-host = No address has this name. Type the printer’s number, such as 192.168.1.40.
printers-trouble-forbidden = The name leads to an address to which nothing is sent. Type the printer’s own address.
printers-trouble-hung = It answers but takes nothing. Is there paper, and is its lid closed?
printers-trouble-broken = The connection broke in the middle of a label. It is being tried again.
printers-trouble-not-drawn = The label could not be drawn. Look at the badge layout of this size.
printers-trouble-no-badge = The person has no valid badge.
printers-trouble-too-late = It waited for half a day. If it is still wanted, print it again.

# Labels that wait
printers-waiting-title = Labels waiting
printers-waiting-text = They come out by themselves once the printer works. Cancel those that nobody is waiting for any more.
printers-waiting-for = For
printers-waiting-at = At
printers-waiting-since = Since
printers-drop = Cancel
printers-dropped = This label will not come out any more.

# A device's page
printers-device = Labels come out at
printers-device-hint = When somebody prints a badge at this device
printers-device-browser = The device’s own browser

# A person's page
printers-print-at = Print label: { $printer }
printers-print-here = Print label in the browser
printers-label-ordered = The label is on its way to the printer.
printers-label-no-printer = This printer has been removed.
printers-label-waiting = Label waiting: { $printer }
printers-label-printed = Label printed: { $printer }
printers-label-opened = Label printed in a browser
printers-label-failed = Label not printed
printers-label-dropped = Label cancelled
printers-act = Badge printed

# The door
printers-door-button = Print badge
printers-door-word = Printing
printers-door-advice = The badge comes out at: { $printer }.
printers-door-later-word = Will be printed
printers-door-later-advice = This phone is offline. The badge comes out as soon as it is back online: { $printer }.
printers-door-alone-word = Not now
printers-door-alone-advice = This phone is offline and prints from its browser. Admit the person by name; print the badge later.
printers-door-ready = The label is ready
printers-door-open = Open the label
printers-door-no-badge = Only a confirmed person has a badge to print. Send the person to the information desk.
