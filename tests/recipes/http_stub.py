"""Takes one request on a port of this machine and writes it down.

    http_stub.py PORT_FILE REQUEST_FILE
"""

import http.server
import sys


class Handler(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with open(sys.argv[2], "w", encoding="utf-8") as out:
            out.write(f"{self.command} {self.path}\n{self.headers['Content-Type']}\n{body}\n")
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write(str(server.server_port))
server.handle_request()
