"""Takes the place of matplotlib.pyplot in a test: writes down each call as one line of JSON."""

import json

rcParams = {}


class Recorder:
    def __init__(self, name, calls):
        self._name = name
        self._calls = calls

    def __getattr__(self, method):
        def call(*args, **kwargs):
            self._calls.append([self._name + "." + method, [plain(a) for a in args], {k: plain(v) for k, v in kwargs.items()}])
            if method == "savefig":
                with open(args[0], "w", encoding="utf-8") as file:
                    for one in self._calls:
                        file.write(json.dumps(one) + "\n")

        return call


def plain(value):
    if isinstance(value, range):
        return list(value)
    return repr(value) if callable(value) or isinstance(value, tuple) and any(callable(v) for v in value) else value


def subplots(**kwargs):
    calls = [["plt.subplots", [], {k: plain(v) for k, v in kwargs.items()}]]
    return Recorder("figure", calls), Recorder("axes", calls)
