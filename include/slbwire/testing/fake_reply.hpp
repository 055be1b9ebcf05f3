#pragma once
// The replies of the fake service, written as JSON the way the service does it (compact, numbers as numbers, lists
// always arrays), or as XML the way its pages show it.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../config.hpp"
#include "../core/bounded_output.hpp"
#include "../model/reply.hpp"
#include "../wire/quoted_text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Writes values one after the other. What is begun is to be ended.
class fake_reply {
public:
    /// `root` is the name of XML's outermost element.
    fake_reply(reply_format format, std::string_view root) : json_(format == reply_format::json) {
        if (!json_) out_ = R"(<?xml version="1.0" encoding="UTF-8"?>)";
        open_.push_back({std::string(root), {}});
        out_ += json_ ? "{" : "<" + open_.back().name + ">";
    }

    void text(std::string_view name, std::string_view value) {
        put_name(name);
        if (json_) {
            std::string quoted;
            assign(quoted, [&](bounded_output& to) { write_quoted(to, value, quote_style::strict_json); });
            out_ += quoted;
        } else {
            for (const char c : value) {
                if (c == '&') out_ += "&amp;";
                else if (c == '<') out_ += "&lt;";
                else if (c == '>') out_ += "&gt;";
                else out_ += c;
            }
        }
        put_end(name);
    }
    void number(std::string_view name, std::int64_t value) {
        put_name(name);
        out_ += std::to_string(value);
        put_end(name);
    }
    /// An object. In a list it is the next entry, and the name is the list's.
    void begin(std::string_view name = {}) {
        put_name(name);
        if (json_) out_ += '{';
        open_.push_back({std::string(own_name(name)), {}});
    }
    /// A list of two levels, as all lists of the service are: an object `name` with an array `item`.
    void begin_list(std::string_view name, std::string_view item) {
        put_name(name);
        if (json_) ((out_ += "{\"") += item) += "\":[";
        open_.push_back({std::string(own_name(name)), std::string(item)});
    }
    /// Ends what was begun last.
    void end() {
        const level last = std::move(open_.back());
        open_.pop_back();
        if (json_) out_ += last.item.empty() ? "}" : "]}";
        else ((out_ += "</") += last.name) += '>';
    }
    /// Ends all, and gives the document.
    std::string finish() {
        while (!open_.empty()) end();
        return std::move(out_);
    }

private:
    struct level {
        std::string name;
        std::string item;  // of the entries; empty where this is no list
        bool has_entries = false;
    };
    std::string_view own_name(std::string_view name) const {
        const std::string& item = open_.back().item;
        return item.empty() ? name : std::string_view(item);
    }
    void put_name(std::string_view name) {
        if (!json_) {
            ((out_ += '<') += own_name(name)) += '>';
            return;
        }
        if (std::exchange(open_.back().has_entries, true)) out_ += ',';
        if (open_.back().item.empty()) ((out_ += '"') += name) += "\":";
    }
    void put_end(std::string_view name) {
        if (!json_) ((out_ += "</") += own_name(name)) += '>';
    }

    bool json_;
    std::string out_;
    std::vector<level> open_;
};

/// Why there is no reply.
struct fake_refusal {
    int status = 200;
    std::string code{};
    std::string message{};

    /// Always false, so that a step may end with it.
    bool refuse(int with_status, std::string_view with_code, std::string_view with_message) {
        status = with_status;
        code = with_code;
        message = with_message;
        return false;
    }
};

/// What an operation has to say: its reply, unless a step refused.
struct fake_outcome : fake_refusal {
    fake_reply reply;
};

}  // namespace detail

}  // namespace slbwire::inline SLBWIRE_ABI
