#pragma once
// Operations without a struct: the rest of the service's API, and other products of the RPC style. The reply
// is read by path, and its lists are gone through entry by entry.

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/error.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"
#include "../wire/parameter.hpp"
#include "call.hpp"
#include "client.hpp"
#include "http.hpp"
#include "stamp.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A call by name. All texts and the service are the caller's and must stay until the request is prepared.
struct untyped_operation {
    std::string_view action;
    const slbwire::service& service;
    array_view<const parameter> parameters{};
    bool idempotent = false;  ///< to carry it out twice is as good as once: what reads, sets or deletes
};

class document_entries;

/// One entry of a list in a document, an object or a single value. Points into the text of the document, which must
/// stay as it is.
class document_entry {
public:
    /// Nothing.
    document_entry() noexcept = default;

    /// As document::at from here on, without a look through a wrapper. An empty path is the entry itself.
    result<std::string, fault> at(std::string_view path = {}) const;
    /// Is there anything at `path`?
    bool has(std::string_view path) const;
    /// As document::entries from here on. An empty path is the entry itself.
    document_entries entries(std::string_view path) const;
    /// As it is written: a value of JSON, or an element of XML with its tags.
    std::string_view text() const noexcept { return text_; }

private:
    friend class document_entries;
    document_entry(std::string_view text, bool is_json) noexcept : text_(text), is_json_(is_json) {}

    std::string_view text_{};
    bool is_json_ = false;
};

/// The entries of a list, to be gone through with `for`: the values of an array of JSON, the elements of one name of
/// XML. Each is read when it is come to. Points into the text of the document, which must stay as it is.
class document_entries {
public:
    /// An input iterator: what it stands on is its own, and good until it goes on.
    class iterator {
    public:
        using value_type = document_entry;
        using difference_type = std::ptrdiff_t;

        iterator() noexcept = default;
        const document_entry& operator*() const noexcept { return entry_; }
        const document_entry* operator->() const noexcept { return &entry_; }
        iterator& operator++() {
            advance();
            return *this;
        }
        iterator operator++(int) {
            const iterator before = *this;
            advance();
            return before;
        }
        friend bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.entry_.text().data() == b.entry_.text().data();
        }

    private:
        friend class document_entries;
        void advance();
        bool next_value();
        bool next_element();

        document_entry entry_{};
        std::string_view rest_{};  // of the text behind the entry, as far as the list goes or further
        std::string_view name_{};  // of the elements
    };

    /// None.
    document_entries() noexcept = default;

    iterator begin() const noexcept { return first_; }
    static iterator end() noexcept { return {}; }
    bool empty() const noexcept { return begin() == end(); }
    /// How many there are. Goes through all of them: takes as long as a loop over them.
    std::size_t size() const;

private:
    friend class document;
    friend class document_entry;
    document_entries(std::string_view text, bool is_json, std::string_view path, bool may_be_wrapped);
    void find_in_json(std::string_view text, std::string_view path, bool may_be_wrapped);
    void find_in_xml(std::string_view text, std::string_view path);

    iterator first_{};
};

/// A well-formed reply, kept as it came.
class document {
public:
    /// Nothing stands in it.
    document() noexcept = default;
    /// `text` must be what json::check or xml::check accepts; finish_untyped sees to it.
    explicit document(std::string text) noexcept : text_(std::move(text)) {}

    const std::string& text() const noexcept { return text_; }
    /// Told from the first byte that is not blank; otherwise it is XML.
    bool is_json() const noexcept;

    /// The text of the value at `path` (wire/path.hpp); a number or truth value as it is written. The
    /// fault is `missing` where there is nothing, `wrong_shape` where there is a container.
    result<std::string, fault> at(std::string_view path) const;
    /// Is there anything at `path`?
    bool has(std::string_view path) const;
    /// The entries of the list at `path`, in one pass over it: `for (const document_entry& server :
    /// reply->entries("BackendServers/BackendServer"))`. What is no list is one entry; a value that is missing, null or
    /// empty is none. They point into this document.
    document_entries entries(std::string_view path) const&;
    document_entries entries(std::string_view path) const&& = delete;

private:
    std::string text_;
};

namespace detail {

bool begin(const client& c, const untyped_operation& op, bool has_transport, http_request& request, error_box& e);
result<document> call(const sender& through, const client& c, const untyped_operation& op);

}  // namespace detail

/// Makes the request of a call by name; errors as for operations with a struct.
result<http_request> prepare(const client& c, const untyped_operation& op, const stamp& when);

/// Takes a reply as it is: any well-formed document under a status of 2xx that is neither an error document nor a page
/// of HTML. A byte order mark before it is taken off. `idempotent` is the operation's word.
result<document> finish_untyped(http_response response, bool idempotent = false);
/// The same for whoever has the request that this is the reply to: a signature that does not match is told why.
result<document> finish_untyped(http_response response, const http_request& sent, bool idempotent = false);

namespace detail {

/// Turns the transport's answer into a document and passes it on.
template <class Done>
struct finishing_untyped {
    Done done;
    kept_request request;
    bool idempotent;
    void operator()(http_response&& response) { std::move(done)(finish_untyped(std::move(response), request.sent(), idempotent)); }
};

}  // namespace detail

/// Makes one call by name through a transport that returns its answer.
template <returning_transport T>
result<document> call(T&& through, const client& c, const untyped_operation& op) {
    return detail::call(detail::sender_of(through), c, op);
}
/// The same through a transport of either shape; `done` is called exactly once, now or later, and is handed over.
template <transport T, class Done>
    requires std::invocable<Done, result<document>>
void call(T&& through, const client& c, const untyped_operation& op, Done done) {
    http_request request;
    result<document> failed;
    if (!detail::begin(c, op, !detail::is_null(through), request, failed.error_place())) {
        return std::move(done)(std::move(failed));
    }
    const detail::kept_request kept(std::move(request));
    send(through, std::move(*kept), detail::finishing_untyped<Done>{std::move(done), kept, op.idempotent});
}

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "untyped_body.hpp"
#endif
